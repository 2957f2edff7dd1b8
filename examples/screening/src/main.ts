import { App } from './app.js';
import { listenForFiles } from './drop.js';

const app = new App();
listenForFiles({
  onFiles: (files) => void app.take(files),
  onModel: (file) => app.takeModel(file),
  onError: (error) => app.refuse(error),
});

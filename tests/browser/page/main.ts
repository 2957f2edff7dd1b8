import * as package_ from 'ecgfounder-web';

declare global {
  interface Window {
    ecg: typeof package_;
  }
}
window.ecg = package_;

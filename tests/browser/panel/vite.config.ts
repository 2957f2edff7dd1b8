import { page } from '../../../vite.config.ts';

/** The screening page's findings panel, for the tests to show results in. */
export default page('tests/browser/panel', 'build/test-panel');

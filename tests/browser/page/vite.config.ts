import { page } from '../../../vite.config.ts';

/** A page with nothing but the package, for the browser tests to call. */
export default page('tests/browser/page', 'build/test-page');

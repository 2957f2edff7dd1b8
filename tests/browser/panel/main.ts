import type { AnalysisResult } from 'ecgfounder-web';
import { findingsView } from '../../../examples/screening/src/findings.ts';

declare global {
  interface Window {
    show: (result: AnalysisResult) => void;
    /** Starts of the windows that were asked for. */
    asked: number[];
  }
}
window.asked = [];
window.show = (result) =>
  document.getElementById('findings')!.replaceChildren(findingsView(result, { onWindow: (start) => window.asked.push(start) }));

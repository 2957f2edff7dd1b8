import type { Quality, QualityReason, Verdict } from 'ecgfounder-web';
import { byId, el } from './dom.js';

const verdicts: Record<Verdict, string> = {
  good: 'Signal quality: good',
  usable: 'Signal quality: usable, with defects',
  unusable: 'Signal quality: unusable. Record again.',
};

/** So many reasons are shown without asking: the trace stays in sight. */
const shownReasons = 4;

/** Over the trace: is this recording fit to interpret, and what to redo. */
export class QualityStrip {
  private readonly place = byId('quality');

  clear(): void {
    this.place.replaceChildren();
  }

  show({ verdict, reasons }: Quality): void {
    const list = (items: QualityReason[]) => el('ul', {}, ...items.map(({ code, message }) => el('li', { 'data-code': code }, message)));
    const [first, rest] = [reasons.slice(0, shownReasons), reasons.slice(shownReasons)];
    this.place.replaceChildren(el('div', { class: `quality ${verdict}`, 'data-verdict': verdict },
      el('h3', {}, verdicts[verdict]),
      ...(first.length > 0 ? [list(first)] : []),
      ...(rest.length > 0 ? [el('details', {}, el('summary', {}, `${rest.length} more`), list(rest))] : [])));
  }
}

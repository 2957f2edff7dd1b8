import type { Finding, Tier } from 'ecgfounder-web';
import { el } from './dom.js';

const words: Record<Tier, string> = {
  validated: 'validated here',
  reported: 'reported by others',
  unknown: 'not validated',
};

let count = 0;

/**
 * What stands behind a score, in plain words. Its figures appear on hover, on focus and on a tap, go
 * with Escape, and are the badge's description for a screen reader.
 */
export function tierBadge({ tier, tierReason, displayName }: Finding): HTMLElement {
  const id = `tier-${++count}`;
  const badge = el('button', {
    type: 'button', class: `tier-badge ${tier}`, 'aria-label': `${words[tier]}: ${displayName}`, 'aria-describedby': id,
  }, words[tier]);
  const tip = el('span', { class: 'tier-tip', id, role: 'tooltip' }, tierReason.charAt(0).toUpperCase() + tierReason.slice(1));
  const out = el('span', { class: 'tier' }, badge, tip);
  const show = (shown: boolean) => out.classList.toggle('shown', shown);
  out.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && show(true));
  out.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && show(false));
  badge.addEventListener('focus', () => badge.matches(':focus-visible') && show(true));
  badge.addEventListener('blur', () => show(false));
  // Safari does not focus a button that is tapped.
  badge.addEventListener('click', () => {
    badge.focus();
    show(true);
  });
  out.addEventListener('keydown', ({ key }) => key === 'Escape' && show(false));
  return out;
}

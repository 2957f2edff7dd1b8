import type { CardData, LabelFigures, ModelCard } from 'ecgfounder-web';
import { el } from './dom.js';

/** What a model is worth and what it is not for, closed until asked for. */
export function modelCardView(card: ModelCard, displayName: (label: string) => string): HTMLElement {
  return el('details', { class: 'model-card', 'data-leads': String(card.model.leads) },
    el('summary', {}, `Model card: ${card.model.leads === 1 ? '1 lead' : `${card.model.leads} leads`}, mean AUROC ${card.mean.auroc.toFixed(3)}`),
    el('h3', {}, 'What it reaches'),
    figures(`On ${card.dataset}. 95\u00a0% bootstrap intervals; AP is average precision; sensitivity and specificity on recordings that the operating point was not fitted on.`, card.labels, displayName),
    el('p', { class: 'muted small-print' }, card.method),
    ...card.evaluations.flatMap(({ dataset, labels }) => [figures(`On ${dataset}.${pointsOf(labels)}`, labels, displayName)]),
    el('h3', {}, 'What it must not be used for'),
    el('ul', {}, ...card.notFor.map((line) => el('li', {}, line))),
    el('h3', {}, 'What it was made from'),
    el('ul', {}, ...[...card.trainedOn, ...card.checkedOn].map(dataLine)),
    el('p', {}, `Made for: ${card.domain.description}.`));
}

function dataLine({ name, licence, use }: CardData): HTMLElement {
  return el('li', {}, `${name} (${licence}): ${use}`);
}

function figures(caption: string, labels: LabelFigures[], displayName: (label: string) => string): HTMLElement {
  const head = ['Label', 'AUROC', 'AP', 'Sens.', 'Spec.', 'With it / all'];
  return el('div', {}, el('p', { class: 'muted small-print' }, caption), el('div', { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': caption },
    el('table', { class: 'numbers' },
      el('thead', {}, el('tr', {}, ...head.map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, ...labels.map((label) => el('tr', {},
        el('th', { scope: 'row' }, displayName(label.label)),
        el('td', {}, two(label.auroc), interval(label.aurocCi)),
        el('td', {}, two(label.auprc), interval(label.auprcCi)),
        el('td', {}, two(label.sensitivity)),
        el('td', {}, two(label.specificity)),
        el('td', {}, `${label.positives} / ${label.n}`)))))));
}

/** Where no operating point was fitted, 0.5 was taken. */
const pointsOf = (labels: LabelFigures[]) =>
  labels.some((label) => 'operatingPoint' in label) ? '' : ' Sensitivity and specificity at a score of 0.5.';

const two = (value: number | null | undefined) => (value === null || value === undefined ? '–' : value.toFixed(2));

function interval(range: [number, number] | null | undefined): HTMLElement | string {
  return range ? el('small', {}, ` ${range[0].toFixed(2)}–${range[1].toFixed(2)}`) : '';
}

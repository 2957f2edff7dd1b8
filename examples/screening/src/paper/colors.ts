export interface Colors {
  paper: string;
  minor: string;
  major: string;
  trace: string;
  text: string;
  gap: string;
}

/** The paper's colours, from the style sheet that is in force (light or dark). */
export function paperColors(element: Element): Colors {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: value('--paper'),
    minor: value('--grid-minor'),
    major: value('--grid-major'),
    trace: value('--trace'),
    text: value('--paper-text'),
    gap: value('--paper-gap'),
  };
}

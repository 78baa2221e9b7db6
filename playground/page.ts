// The places that index.html leaves to be filled.
export function placeOf(id: 'playground' | 'tools'): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}`);
  return element;
}

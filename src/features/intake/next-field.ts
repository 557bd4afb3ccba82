/** What a press of Enter leads to: another control, or the end of the form. */
export type EnterTarget = HTMLElement | 'save';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

function isReachable(control: Control): boolean {
  return !control.disabled && control.name !== '' && control.getClientRects().length > 0;
}

/** One stop per radio group: the chosen button, else its first. */
function isStop(control: Control, all: readonly Control[]): boolean {
  if (control.type !== 'radio') return true;
  const group = all.filter((other) => other.type === 'radio' && other.name === control.name);
  const chosen = group.find((radio) => radio instanceof HTMLInputElement && radio.checked);
  return control === (chosen ?? group[0]);
}

/**
 * Where Enter goes from a control of the form: to the next field of the paper form, or to
 * saving from the last one. Null when the control is none of the form's fields.
 */
export function enterTarget(form: HTMLFormElement, from: EventTarget): EnterTarget | null {
  const controls = Array.from(form.elements).filter(isControl).filter(isReachable);
  const current = controls.find((control) => control === from);
  if (current === undefined) return null;
  const stops = controls.filter((control) => isStop(control, controls));
  const index = stops.findIndex((stop) => stop.name === current.name);
  return stops[index + 1] ?? 'save';
}

/** Puts the focus where typing goes on; a text is selected, so that typing replaces it. */
export function focusControl(control: HTMLElement): void {
  control.focus();
  if (control instanceof HTMLInputElement && control.type === 'text') control.select();
}

/** Leads to a field by its id or name, as the summary of errors names it. */
export function focusField(fieldId: string): void {
  const [named] = document.getElementsByName(fieldId);
  const field = document.getElementById(fieldId) ?? named;
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

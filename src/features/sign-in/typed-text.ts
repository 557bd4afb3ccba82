/** Reads the text fields of a form by their names; '' for one that is not there. */
export function typedText(form: HTMLFormElement | null): (name: string) => string {
  const typed = new FormData(form ?? undefined);
  return (name) => {
    const value = typed.get(name);
    return typeof value === 'string' ? value : '';
  };
}

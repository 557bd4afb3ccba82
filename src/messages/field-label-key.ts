import { fields } from './id/fields';

type FieldLabelKey = keyof typeof fields;

/**
 * The catalogue key of a field's label: its own, else that of the nearest part above it
 * ("attachments.0.path" is labelled as an attachment), else the row's.
 */
export function fieldLabelKey(field: string): FieldLabelKey {
  const key = `field.${field}`;
  if (isFieldLabelKey(key)) return key;
  const above = field.lastIndexOf('.');
  return above < 0 ? 'field.row' : fieldLabelKey(field.slice(0, above));
}

function isFieldLabelKey(key: string): key is FieldLabelKey {
  return Object.hasOwn(fields, key);
}

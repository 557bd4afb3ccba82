import { Circle, CircleCheck, CircleDashed, FileCheck } from 'lucide-react';
import type { DocumentRow } from './document-rows';
import styles from './request.module.css';

const icons = {
  attached: CircleCheck,
  made: FileCheck,
  missing: CircleDashed,
  optional: Circle,
} as const;

/** Present, made here, missing or merely possible; the word stands beside it. */
export function DocumentMark({ status }: Pick<DocumentRow, 'status'>) {
  const Icon = icons[status];
  return <Icon className={styles[status]} size={16} aria-hidden="true" />;
}

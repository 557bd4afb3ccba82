import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';

/** What a colour may say. Always with an icon and a word. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

export const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  neutral: Info,
  info: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
};

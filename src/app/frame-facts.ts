import { createContext, useContext } from 'react';
import type { LineStatusProps } from '../ui/frame/line-status';

/** What the frame shows of the running Loket. Provided by whoever puts the parts together. */
export interface FrameFacts {
  readonly line: Omit<LineStatusProps, 'href'>;
  /** "Loket A · Contoh Satu"; null before sign-in. */
  readonly desk: string | null;
  /** Leads to the choice of a name; what is being typed stays in its draft. */
  readonly onSwitchStaff?: (() => void) | undefined;
  /** IANA zone of the office. */
  readonly timeZone: string;
  /** Whether who sits here records walk-ins: else nothing leads to the form. */
  readonly mayRecord: boolean;
  /** Requests that wait for somebody at this desk. */
  readonly openCount: number;
}

const unknownFacts: FrameFacts = {
  line: { state: 'checking', since: null, sending: 0, waiting: 0, needAction: 0 },
  desk: null,
  timeZone: 'Asia/Jakarta',
  mayRecord: true,
  openCount: 0,
};

export const FrameFactsContext = createContext<FrameFacts>(unknownFacts);

/** The facts the frame shows; unknown ones until they are provided. */
export function useFrameFacts(): FrameFacts {
  return useContext(FrameFactsContext);
}

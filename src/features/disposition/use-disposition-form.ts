import { useState } from 'react';
import { localDate } from '../../domain/numbering/local-date';
import { officialsOn } from '../../domain/office/acting';
import type { CommandFailure, Store } from '../../store/store';
import { useLoket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useDraft } from '../shared/use-draft';
import { useMay } from '../shared/use-permission';
import type { DispositionFormProps } from './disposition-form';
import {
  dispositionProblems,
  dispositionTargets,
  freshValues,
  holderOf,
  OTHER_TARGET,
  sheetCommand,
  type DispositionTarget,
  type DispositionValues,
} from './disposition-values';

export interface DispositionFormState {
  readonly values: DispositionValues;
  readonly set: (change: Partial<DispositionValues>) => void;
  readonly targets: readonly DispositionTarget[];
  /** Words of the boxes on the form. */
  readonly choices: readonly string[];
  /** What is wrong, once saving was tried. */
  readonly problems: ReturnType<typeof dispositionProblems>;
  readonly failure: CommandFailure | null;
  readonly saving: boolean;
  readonly save: () => void;
}

/** The boxes of the sheet, in its own words (letters.md 4.3). */
function sheetChoices({ templates }: Pick<Store, 'templates'>): readonly string[] {
  const template = templates.inUse('disposition-sheet')?.template;
  return template?.shape === 'disposition' ? template.requests.choices : [];
}

/** The form's values, kept as a draft at every change, and their recording. */
export function useDispositionForm(
  props: DispositionFormProps,
  onRecorded: () => void,
): DispositionFormState {
  const { state, sop, open, staff, draftId } = props;
  const { now, store } = useLoket();
  const today = localDate(now(), props.office?.timeZone ?? 'Asia/Jakarta').isoDate;
  const office = props.office && { officials: officialsOn(props.office.officials, today) };
  const holder = holderOf(sop, open, office);
  const officialName = useMay('dispose-on-screen').may ? staff.name : null;
  const targetsOf = (action: DispositionValues['action']) =>
    dispositionTargets(sop, office, open, action);
  const choices = sheetChoices(store);
  const [values, setValues] = useState(() => {
    const { action } = props;
    const fresh = { step: open.step, action, holder, choices, today, targets: targetsOf(action) };
    return props.kept?.values ?? freshValues(fresh);
  });
  const [tried, setTried] = useState(false);
  const place = { id: draftId, form: 'disposition' as const, requestId: state.id };
  const { saver } = useDraft<DispositionValues>(place, staff, props.kept?.at ?? null);
  const targets = targetsOf(values.action);
  const problems = dispositionProblems(values, today);
  const recording = useRecording(props, async () => {
    await saver.stop();
    onRecorded();
  });

  function set(change: Partial<DispositionValues>): void {
    const first = targetsOf(change.action ?? values.action)[0]?.id;
    // Each action has targets of its own.
    const to = change.action === undefined ? {} : { to: first ?? OTHER_TARGET };
    const next = { ...values, ...to, ...change };
    setValues(next);
    saver.change(next);
  }

  return {
    values,
    set,
    targets,
    choices,
    problems: tried ? problems : {},
    failure: recording.failure,
    saving: recording.saving,
    save: () => {
      setTried(true);
      if (recording.saving || Object.keys(problems).length > 0) return;
      void recording.record(values, { holder, targets, officialName });
    },
  };
}

/** Recording what the form says; the draft goes once it is safe. */
function useRecording(
  { state, staff, draftId }: DispositionFormProps,
  onRecorded: () => Promise<void>,
) {
  const { store, newId } = useLoket();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  return {
    saving,
    failure,
    record: async (
      values: DispositionValues,
      sources: Omit<Parameters<typeof sheetCommand>[1], 'dispositionId'>,
    ) => {
      setSaving(true);
      setFailure(null);
      const command = sheetCommand(values, { ...sources, dispositionId: newId() });
      const recorded = await thrownAsFailure(() => store.execute(state.id, command, staff));
      setSaving(false);
      if (!recorded.ok) {
        setFailure(recorded.error);
        return;
      }
      await onRecorded();
      await store.drafts.remove(draftId);
    },
  };
}

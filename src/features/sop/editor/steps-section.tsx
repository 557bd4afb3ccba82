import { ArrowDown, ArrowUp, CopyPlus, Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../ui/controls/button';
import { ButtonRow } from '../../../ui/data/section';
import { useToast } from '../../../ui/feedback/toast';
import { useShortcuts } from '../../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../../ui/messages/use-messages';
import { addStep, duplicateStep, moveStep, removeStep } from './edit-steps';
import { useSopEditor } from './editor-context';
import styles from './editor.module.css';
import { StepFields } from './step-fields';
import { StepRows } from './step-list';

interface StepActions {
  readonly add: () => void;
  readonly duplicate: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

/** What can be done with the step that is shown. */
function useStepActions(): StepActions {
  const t = useMessages();
  const toast = useToast();
  const { editor, sop, step, showStep, followStep, goTo } = useSopEditor();
  const { length } = sop.steps;

  function add(): void {
    const above = length === 0 ? -1 : step;
    editor.change((was) => addStep(was, above));
    showStep(above + 1);
    goTo(`steps.${String(above + 1)}.activity`);
  }

  function duplicate(): void {
    editor.change((was) => duplicateStep(was, step));
    showStep(step + 1);
    goTo(`steps.${String(step + 1)}.activity`);
  }

  function move(by: -1 | 1): void {
    const place = step + by;
    if (place < 0 || place >= length) return;
    editor.change((was) => moveStep(was, step, by));
    followStep(place);
  }

  function remove(): void {
    editor.settle();
    const before = editor.history().present;
    const { sop: after, redirected } = removeStep(before.sop, step);
    editor.change(() => after);
    showStep(Math.max(0, Math.min(step, length - 2)));
    const number = step + 1;
    toast({
      text:
        redirected.length === 0
          ? t('sopEditor.steps.removed', { number })
          : t('sopEditor.steps.removedRedirected', { number, numbers: redirected.join(', ') }),
      action: {
        label: t('ui.undo'),
        run: () => {
          editor.backTo(before);
          showStep(step);
        },
      },
    });
  }
  return { add, duplicate, move, remove };
}

/** All steps at the left, the fields of one at the right. */
export function StepsSection() {
  const t = useMessages();
  const { sop, step, stepVisit } = useSopEditor();
  const actions = useStepActions();
  const { move } = actions;
  const hasStep = sop.steps[step] !== undefined;
  useShortcuts(
    {
      'Alt+ArrowUp': { label: t('sopEditor.steps.moveUp'), run: () => move(-1) },
      'Alt+ArrowDown': { label: t('sopEditor.steps.moveDown'), run: () => move(1) },
    },
    { group: t('sopEditor.title') },
  );
  return (
    <div className={styles.steps}>
      <div className={styles.stepPane}>
        <StepToolbar {...actions} />
        {sop.steps.length === 0 ? (
          <p className={styles.words}>{t('sopEditor.steps.none')}</p>
        ) : (
          <StepRows />
        )}
      </div>
      {hasStep ? <StepFields key={stepVisit} index={step} /> : <div />}
    </div>
  );
}

/** Buttons for the step that is shown. */
function StepToolbar({ add, duplicate, move, remove }: StepActions) {
  const t = useMessages();
  const { sop, step } = useSopEditor();
  const hasStep = sop.steps[step] !== undefined;
  const name = t('sopEditor.steps.row', { number: step + 1 });
  return (
    <ButtonRow>
      <Button size="small" icon={Plus} id="steps" data-action="add-step" onClick={add}>
        {t(hasStep ? 'sopEditor.steps.addBelow' : 'sopEditor.steps.add')}
      </Button>
      {hasStep && (
        <>
          <Button
            size="small"
            icon={CopyPlus}
            data-action="duplicate-step"
            title={t('sopEditor.steps.duplicate')}
            aria-label={t('sopEditor.steps.duplicateNamed', { name })}
            onClick={duplicate}
          />
          <Button
            size="small"
            icon={ArrowUp}
            disabled={step === 0}
            aria-label={t('sheet.upNamed', { name })}
            onClick={() => move(-1)}
          />
          <Button
            size="small"
            icon={ArrowDown}
            disabled={step === sop.steps.length - 1}
            aria-label={t('sheet.downNamed', { name })}
            onClick={() => move(1)}
          />
          <Button
            size="small"
            icon={Trash2}
            data-action="remove-step"
            aria-label={t('sheet.removeNamed', { name })}
            onClick={remove}
          />
        </>
      )}
    </ButtonRow>
  );
}

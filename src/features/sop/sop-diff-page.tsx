import { ArrowLeftRight } from 'lucide-react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { diffSops } from '../../domain/sop/diff-sops';
import type { Sop, SopReference } from '../../domain/sop/sop';
import { Button } from '../../ui/controls/button';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Select } from '../../ui/forms/select';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { allVersions, choiceText, comparedWith, parseChoice } from './sop-choices';
import { SopDiffView } from './sop-diff-view';
import { MissingSop } from './missing-sop';
import styles from './sop-diff.module.css';

interface ChosenSides {
  /** The SOP the page is about. */
  readonly id: string;
  readonly before: Sop | undefined;
  readonly after: Sop | undefined;
  readonly choose: (before: SopReference, after: SopReference) => void;
}

/** The two versions the address names; the newest against the one before where it names none. */
function useChosenSides(): ChosenSides {
  const { store } = useLoket();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const chosen = (name: string) => {
    const reference = parseChoice(search.get(name), id);
    return reference === null ? undefined : store.sops.find(reference);
  };
  const after = chosen('ke') ?? store.sops.latest(id);
  return {
    id,
    before: chosen('dari') ?? (after && comparedWith(store.sops, after)),
    after,
    choose: (from, to) => {
      setSearch({ dari: choiceText(from, id), ke: choiceText(to, id) }, { replace: true });
    },
  };
}

/** `/sop/:id/beda?dari=1&ke=2`: two versions side by side, of one SOP or of two. */
export function SopDiffPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const { id, before, after, choose } = useChosenSides();
  useShortcuts(
    { Escape: { label: t('frame.keys.back'), run: () => void navigate('/sop') } },
    { group: t('sop.diff.title') },
  );
  if (before === undefined || after === undefined) return <MissingSop />;
  const { changes } = diffSops(before, after);
  const swap = (
    <Button
      icon={ArrowLeftRight}
      onClick={() => {
        choose(after, before);
      }}
    >
      {t('sop.diff.swap')}
    </Button>
  );
  const facts = [changes === 0 ? t('sop.diff.same') : t('sop.diff.count', { count: changes })];
  return (
    <Page head={<PageHead title={t('sop.diff.title')} facts={facts} actions={swap} />}>
      <div className={styles.sides}>
        <Side
          label={t('sop.diff.before')}
          name="dari"
          id={id}
          sop={before}
          onChoose={(sop) => {
            choose(sop, after);
          }}
        />
        <Side
          label={t('sop.diff.after')}
          name="ke"
          id={id}
          sop={after}
          onChoose={(sop) => {
            choose(before, sop);
          }}
        />
      </div>
      {choiceText(before) === choiceText(after) ? (
        <EmptyState title={t('sop.diff.same')} text={t('sop.diff.chooseText')} />
      ) : (
        <SopDiffView before={before} after={after} />
      )}
    </Page>
  );
}

interface SideProps {
  readonly label: string;
  readonly name: string;
  /** The SOP the page is about. */
  readonly id: string;
  readonly sop: Sop;
  readonly onChoose: (sop: Sop) => void;
}

/** Which version stands on one side. */
function Side({ label, name, id, sop, onChoose }: SideProps) {
  const t = useMessages();
  const { store } = useLoket();
  const { office, number } = sop.identity;
  const all = allVersions(store.sops, id);
  return (
    <Select
      label={label}
      name={name}
      placeholder={null}
      value={choiceText(sop)}
      // A long title hides in the closed list whose SOP it is.
      note={t('sop.diff.whose', { office, number })}
      choices={all.map((one) => {
        const { identity, version } = one;
        const words = { title: identity.title, office: identity.office, version };
        return { value: choiceText(one), label: t('sop.diff.choice', words) };
      })}
      onChange={(event) => {
        const wanted = all.find((one) => choiceText(one) === event.target.value);
        if (wanted !== undefined) onChoose(wanted);
      }}
    />
  );
}

import { useNavigate } from 'react-router';
import type { Letter, RequestState } from '../../domain/request/request-state';
import { useToast } from '../../ui/feedback/toast';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import type { NextMove } from './next-action-button';
import type { TabId } from './request-view';
import { fileNote, usePrint } from './stored-file-view';

export interface RequestKeys {
  readonly state: RequestState;
  readonly setTab: (tab: TabId) => void;
  /** What P prints. */
  readonly letter: Letter | null;
  /** Opens the question how to print final letters. */
  readonly onPrint: (ids: readonly string[]) => void;
  readonly move: NextMove;
}

/** The keys of the request page: E, P, L, B, Ctrl+Enter for the next action, Esc back. */
export function useRequestKeys({ state, setTab, letter, onPrint, move }: RequestKeys): void {
  const t = useMessages();
  const navigate = useNavigate();
  const print = usePrintLetter(state);
  const open = state.status === 'open';
  const toast = useToast();
  const correct = useMay('correct-request');
  const recordsPrints = useMay('confirm-print').may;
  const nextMove = () => {
    const { busy, permission, run } = move;
    // Work is under way: the key waits like the button.
    if (busy) return;
    if (permission.why === undefined) run();
    else toast({ text: permission.why });
  };
  useShortcuts(
    {
      'Ctrl+Enter': { label: t('request.keys.next'), run: nextMove },
      ...(open && {
        e: {
          label: t('request.correct'),
          run: () => {
            if (correct.why === undefined) void navigate(`/permohonan/${state.id}/koreksi`);
            else toast({ text: correct.why });
          },
        },
      }),
      p: {
        label: t('request.keys.print'),
        run: () => {
          setTab('letters');
          if (letter?.status === 'issued' && recordsPrints) onPrint([letter.id]);
          else if (letter !== null) void print(letter);
        },
      },
      l: {
        label: t('request.tab.letters'),
        run: () => {
          setTab('letters');
        },
      },
      b: {
        label: t('request.tab.papers'),
        run: () => {
          setTab('papers');
        },
      },
      Escape: {
        label: t('frame.keys.back'),
        run: () => {
          void navigate(-1);
        },
      },
    },
    { group: t('frame.request') },
  );
}

function usePrintLetter({ id, registerNumber }: RequestState): (letter: Letter) => Promise<void> {
  const { host } = useLoket();
  const print = usePrint();
  return async (letter) => {
    const file = await host.files.get({ address: letter.file.address });
    // A lost file is told by the preview that stands on the same page.
    if (!file.ok) return;
    const note = fileNote('print', { requestId: id, letter: letter.letter });
    await print(file.value.bytes, `${registerNumber}-${letter.letter}.pdf`, note);
  };
}

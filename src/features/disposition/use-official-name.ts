import { officialsOn } from '../../domain/office/acting';
import { OTHER_HOLDER } from '../../store/store';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { actorLabel } from '../shared/sop-words';
import { useToday } from '../shared/use-time-context';

/**
 * Who holds an official's place today, as the office knows him: by name where the settings have
 * it, else by the SOP.
 */
export function useOfficialName(): (actor: string) => string {
  const t = useMessages();
  const { store, office } = useLoket();
  const officials = officialsOn(office.profile?.officials ?? [], useToday());
  return (actor) => {
    if (actor === OTHER_HOLDER) return t('disposition.other');
    const official = officials.find((one) => one.actor === actor);
    const sop = store.sops
      .installed()
      .find(({ actors }) => actors.some(({ key }) => key === actor));
    return official?.name || official?.position || actorLabel(sop, actor);
  };
}

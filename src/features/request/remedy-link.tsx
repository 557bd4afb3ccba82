import { Button, ButtonLink } from '../../ui/controls/button';
import { useMessages } from '../../ui/messages/use-messages';
import type { LetterRemedy } from './letter-lacks';

export interface RemedyLinkProps {
  readonly remedy: LetterRemedy;
  /** Of the request. */
  readonly id: string;
  readonly onTab: (tab: 'papers' | 'letters' | 'queue') => void;
}

/** The way to where something can be put right; nothing where there is none. */
export function RemedyLink({ remedy, id, onTab }: RemedyLinkProps) {
  const t = useMessages();
  const tab = (name: 'papers' | 'letters' | 'queue') => (
    <Button size="small" onClick={() => onTab(name)}>
      {t(`request.tab.${name}`)}
    </Button>
  );
  switch (remedy) {
    case 'settings':
      return (
        <ButtonLink size="small" href="#/pengaturan">
          {t('request.remedy.settings')}
        </ButtonLink>
      );
    case 'sops':
      return (
        <ButtonLink size="small" href="#/sop">
          {t('request.remedy.sops')}
        </ButtonLink>
      );
    case 'templates':
      return (
        <ButtonLink size="small" href="#/naskah-surat">
          {t('request.remedy.templates')}
        </ButtonLink>
      );
    case 'correction':
      return (
        <ButtonLink size="small" href={`#/permohonan/${id}/koreksi`}>
          {t('request.remedy.correction')}
        </ButtonLink>
      );
    case 'documents':
      return tab('papers');
    case 'letters':
    case 'queue':
      return tab(remedy);
    case null:
      return null;
  }
}

import { useToast } from '../feedback/toast';
import { useMessages } from '../messages/use-messages';

/** Takes a text to the clipboard and says so by `what` it is; also when it could not be taken. */
export function useCopy(): (text: string, what: string) => void {
  const t = useMessages();
  const toast = useToast();
  return (text, what) => {
    navigator.clipboard.writeText(text).then(
      () => {
        toast({ text: t('ui.copied', { what }) });
      },
      () => {
        toast({ tone: 'bad', text: t('ui.notCopied', { what }) });
      },
    );
  };
}

import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import { SigningFailureView } from './signing-end';
import type { ReturnProblem as Problem } from './use-return';

/** Why a file was not taken back, with what helps. */
export function ReturnProblem({ problem }: { readonly problem: Problem | null }) {
  const t = useMessages();
  if (problem === null) return null;
  switch (problem.kind) {
    case 'failure':
      return <SigningFailureView failure={problem.failure} />;
    case 'download':
      return <Banner tone="bad" title={t(`signing.download.${problem.word}`)} />;
    case 'fault':
      return (
        <div data-return-fault={problem.fault}>
          <Banner tone="bad" title={t(`signing.fault.${problem.fault}`)}>
            {t('signing.fault.nothing')}
          </Banner>
        </div>
      );
  }
}

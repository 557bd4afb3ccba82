import type { LetterTemplate } from '../../domain/letters/letter-template';
import { findStep } from '../../domain/sop/route';
import type { Sop } from '../../domain/sop/sop';
import type { SopLibrary } from '../../store/store';

/** SOPs whose steps a paper belongs to, by their numbers, with the numbers of those steps; pure. */
export function stepsOf(
  { key, sopSteps }: Pick<LetterTemplate, 'key' | 'sopSteps'>,
  sops: Pick<SopLibrary, 'installed'>,
): readonly { readonly sop: string; readonly numbers: string }[] {
  return sops.installed().flatMap((sop) => {
    const named = sopSteps.flatMap((one) =>
      one.sop === sop.id ? (findStep(sop, one.step)?.number ?? []) : [],
    );
    const making = sop.steps.flatMap(({ letters, number }) =>
      letters.includes(key) ? [number] : [],
    );
    const numbers = [...new Set([...making, ...named])].toSorted((one, other) => one - other);
    return numbers.length === 0 ? [] : [{ sop: sopName(sop), numbers: numbers.join(', ') }];
  });
}

function sopName({ identity, id }: Sop): string {
  return identity.number || id;
}

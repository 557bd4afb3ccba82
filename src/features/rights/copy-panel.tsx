import { useState } from 'react';
import { Stack } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { useMay } from '../shared/use-permission';
import { FindPerson } from './find-person';
import type { FoundPerson } from './gather-person';
import { HeldPanel } from './held-panel';

/** Finding a person, looking at what is held on him, and saving it for him. */
export function CopyPanel() {
  const { why } = useMay('export-person');
  const [person, setPerson] = useState<FoundPerson | null>(null);
  if (why !== undefined) return <EmptyState text={why} />;
  return (
    <Stack>
      <FindPerson chosen={person?.nik ?? null} onChoose={setPerson} />
      {person !== null && <HeldPanel key={person.nik} person={person} />}
    </Stack>
  );
}

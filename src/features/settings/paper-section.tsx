import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { PAPER_SIZES } from '../../domain/letters/letter-paper';
import type { OfficeProfile } from '../../domain/office/office-event';
import { FieldGrid } from '../../ui/data/section';
import { Checkbox, RadioGroup } from '../../ui/forms/radio-group';
import { Select } from '../../ui/forms/select';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import {
  fromPaperValues,
  paperNumbers,
  toPaperValues,
  wrongPaperNumbers,
  type PaperNumber,
  type PaperValues,
} from './paper-values';
import { SettingsField, SettingsSection, useSettingsForm } from './settings-form';

const sizes = ['a4', 'f4', 'f4-narrow', 'other'] as const;
const alignments = ['justified', 'left'] as const;
const MARGINS = ['top', 'right', 'bottom', 'left'] as const satisfies readonly PaperNumber[];

function paperSchema(t: Translate): z.ZodType<PaperValues, PaperValues> {
  const number = z.string();
  return z
    .object({
      size: z.enum(sizes),
      width: number,
      height: number,
      top: number,
      right: number,
      bottom: number,
      left: number,
      fontSize: number,
      lineSpacing: number,
      paragraphSpacing: number,
      alignment: z.enum(alignments),
      catchword: z.boolean(),
    })
    .superRefine((values, context) => {
      for (const name of wrongPaperNumbers(values)) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message: t(`paper.problem.${kindOf(name)}`),
        });
      }
    });
}

/** What kind of number a field holds: that says what is to be typed. */
function kindOf(
  name: PaperNumber,
): 'side' | 'margin' | 'fontSize' | 'lineSpacing' | 'paragraphSpacing' {
  if (name === 'fontSize' || name === 'lineSpacing' || name === 'paragraphSpacing') return name;
  return paperNumbers[name][0] === 'margins' ? 'margin' : 'side';
}

/** What letters are printed on: size, margins, type. Letters already final stay as they are. */
export function PaperSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const title = t('settings.paper');
  const settings = useSettingsForm<PaperValues>({
    title,
    schema: paperSchema(t),
    values: toPaperValues(profile.paper),
    merge: (before, values) => ({ ...before, paper: fromPaperValues(values) ?? before.paper }),
  });
  const { form } = settings;
  const size = useWatch({ control: form.control, name: 'size' });
  const field = (name: PaperNumber) => (
    <SettingsField
      key={name}
      form={form}
      path={name}
      width="short"
      inputMode="decimal"
      label={t(`paper.${name}`)}
    />
  );
  return (
    <SettingsSection id={id} title={title} description={t('settings.paper.text')} {...settings}>
      <FieldGrid>
        <Select
          placeholder={null}
          label={t('paper.size')}
          choices={sizes.map((value) => ({ value, label: sizeLabel(value, t) }))}
          {...form.register('size')}
        />
        {size === 'other' && field('width')}
        {size === 'other' && field('height')}
      </FieldGrid>
      <FieldGrid>{MARGINS.map(field)}</FieldGrid>
      <FieldGrid>
        {field('fontSize')}
        {field('lineSpacing')}
        {field('paragraphSpacing')}
      </FieldGrid>
      <RadioGroup
        label={t('paper.alignment')}
        choices={alignments.map((value) => ({ value, label: t(`paper.alignment.${value}`) }))}
        {...form.register('alignment')}
      />
      <Checkbox
        label={t('paper.catchword')}
        hint={t('paper.catchword.hint')}
        {...form.register('catchword')}
      />
    </SettingsSection>
  );
}

function sizeLabel(size: (typeof sizes)[number], t: Translate): string {
  if (size === 'other') return t('paper.size.other');
  const { width, height } = PAPER_SIZES[size];
  return t(`paper.size.${size}`, { width, height });
}

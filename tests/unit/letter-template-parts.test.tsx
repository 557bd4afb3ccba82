import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { letterTemplates } from '../../src/documents/letter-templates';
import { letterTexts } from '../../src/domain/letters/letter-texts';
import {
  TemplateContext,
  type TemplateDesk,
} from '../../src/features/letter-templates/editor/editor-context';
import { PartSections } from '../../src/features/letter-templates/editor/part-sections';
import { TemplateEditor } from '../../src/features/letter-templates/editor/template-editor';
import { templateNames } from '../../src/features/letter-templates/template-words';
import { allSops } from '../helpers/all-sops';

/** The editor's page of a paper, without the frame around it. */
function editorOf(template: TemplateDesk['template']): string {
  const desk: TemplateDesk = {
    editor: new TemplateEditor({ template, follows: 0 }, () => undefined),
    template,
    faults: [],
    speech: { locale: 'id', names: templateNames(allSops) },
    goTo: () => undefined,
  };
  return renderToStaticMarkup(
    <TemplateContext value={desk}>
      <PartSections />
    </TemplateContext>,
  );
}

test.each([...letterTemplates.values()].map((template) => [template.key, template] as const))(
  'every text of %s has its field, and what stays is said with where it comes from',
  (_, template) => {
    const page = editorOf(template);
    const fields = Array.from(page.matchAll(/data-text="([^"]+)"/g), ([, path]) => path);
    expect(fields.toSorted()).toEqual(
      letterTexts(template)
        .map(({ path }) => path)
        .toSorted(),
    );
    expect(page).toContain(`tetap “${template.title}”`);
    expect(page).toContain('Siapa yang menandatangani mengikuti SOP dan tetap.');
    expect(page).toContain(
      template.kop.of === 'office' ? 'Surat ini berkop kantor' : 'berkop unit kerja pemohon',
    );
  },
);

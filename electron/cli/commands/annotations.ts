import type { Command } from 'commander';
import type { Annotation } from '#shared/domain/annotation';
import { valueWords } from '#shared/messages/en/codebook';
import { cliMessages } from '#shared/messages/en/command-line';
import { addAnnotationFilters, toFilter, type FilterOptions } from '../filters.ts';
import { print, printJson, printTable } from '../print.ts';
import { withCorpus, type CommonOptions } from '../run.ts';

const PAGE = 5000;

export function addAnnotations(command: Command): void {
  addAnnotationFilters(command).action(async (options: CommonOptions & FilterOptions) => {
    const filter = toFilter(options);
    const all = await withCorpus(options, 'read', async (client) => {
      const found: Annotation[] = [];
      for (;;) {
        const page = await client.call('annotations:list', { filter, asSeen: true, offset: found.length, limit: PAGE });
        found.push(...page.annotations);
        if (page.annotations.length < PAGE) return found;
      }
    });
    if (options.json) return printJson(all);
    printAnnotations(all);
    print(cliMessages.total(all.length, 'annotation'));
  });
}

export function printAnnotations(annotations: Annotation[]): void {
  const rows = annotations.map(({ uid, article, label, spans, entity, attributes, annotator, state }) => [
    uid.slice(0, 18),
    article.slice(0, 8),
    label,
    spans.map(({ start, end }) => `${start}–${end}`).join(', '),
    spans.map(({ quote }) => quote).join(' … '),
    entity,
    Object.entries(attributes)
      .map(([name, value]) => `${name}: ${valueWords(value)}`)
      .join('; '),
    annotator,
    state,
  ]);
  printTable(['annotation', 'article', 'label', 'span', 'quote', 'entity', 'attributes', 'annotator', 'state'], rows);
}

import { Option, type Command } from 'commander';
import type { AnnotationFilter } from '#shared/domain/filter';
import { cliMessages } from '#shared/messages/en/command-line';

export type FilterOptions = {
  outlet?: string[];
  from?: string;
  to?: string;
  article?: string[];
  state?: string[];
  label?: string[];
  by?: string[];
  layer?: string;
};

const { options: text } = cliMessages;

/** The options by which every command chooses articles. */
export const addArticleFilters = (command: Command) =>
  command
    .option('--outlet <name...>', text.outlet)
    .option('--from <date>', text.from)
    .option('--to <date>', text.to)
    .option('--article <uid...>', text.article)
    .addOption(
      new Option('--state <state...>', text.state).choices(['new', 'tagging', 'done', 'in review', 'checked']),
    );

/** And annotations. */
export const addAnnotationFilters = (command: Command) =>
  addArticleFilters(command)
    .option('--label <name...>', text.label)
    .option('--by <annotator...>', text.by)
    .addOption(new Option('--layer <layer>', text.layer).choices(['own', 'settled', 'result']));

/** As the contract takes it; the worker checks what the values are. */
export function toFilter({ outlet, from, to, article, state, label, by, layer }: FilterOptions): AnnotationFilter {
  return {
    ...(outlet && { outlets: outlet }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(article && { articles: article }),
    ...(state && { states: state }),
    ...(label && { labels: label }),
    ...(by && { annotators: by }),
    ...(layer !== undefined && { layer }),
  } as AnnotationFilter;
}

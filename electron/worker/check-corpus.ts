import { inspectCorpus } from '../services/inspect-corpus.ts';

// A process of its own, which a door kills when it takes too long: a file from elsewhere is first opened here.
const [path, how] = process.argv.slice(2);
if (path === undefined || (how !== 'quick' && how !== 'whole' && how !== 'copy'))
  throw new Error('check-corpus PATH quick|whole|copy');
process.stdout.write(JSON.stringify({ problem: inspectCorpus(path, how) }));

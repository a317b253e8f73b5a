import { createAnnotator } from './evaluation/annotate.ts';
import { readJsonLines } from './evaluation/json-lines.ts';
import { TextSchema } from './evaluation/texts.ts';
import { runCommand, UsageError } from './lib/command.ts';

await runCommand({
  name: 'annotate',
  usage: 'npm run -s annotate -- [--explain] FILE.jsonl',
  about:
    'Annotates texts with the core knowledge. Each line of FILE is {id, text, date?}; a line is printed for each: ' +
    '{id, mentions: [{start, end, surface, entity, kind, name, aliases, score}]}, offsets in UTF-16 units of text. ' +
    '--explain adds the evidence of each mention.',
  async run(args) {
    const explain = args.includes('--explain');
    const files = args.filter((arg) => arg !== '--explain');
    const [file] = files;
    if (file === undefined || files.length > 1 || file.startsWith('-'))
      throw new UsageError('name one JSON Lines file');
    const [texts, annotator] = await Promise.all([readJsonLines(file, TextSchema), createAnnotator()]);
    for (const text of texts) {
      const mentions = annotator
        .annotate(text)
        .map(({ evidence, ...mention }) => (explain ? { ...mention, evidence } : mention));
      process.stdout.write(`${JSON.stringify({ id: text.id, mentions })}\n`);
    }
    return 0;
  },
});

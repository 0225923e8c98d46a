// Whole commands over the same file: `dossier dates` with one thread and with several, and a Node program that reads
// the JSON lines, gives each text to chrono-node's parse() and prints a line a date.
//
//   npm install chrono-node && node tests/bench/commands_dates.mjs build/cli/dossier FILE.jsonl [THREADS]
//
// Five rounds of each in turn, start of the programs included, output thrown away; medians of wall time, in bytes of
// the file a second. FILE should have some tens of megabytes.
import { spawnSync } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const day = '2024-05-14';
const rounds = 5;

async function parseWithChrono(file) {
  const chrono = createRequire(`${process.cwd()}/`)('chrono-node');
  const reference = new Date(`${day}T12:00:00Z`);
  let out = '';
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { id, text } = JSON.parse(line);
    for (const found of chrono.parse(text, reference))
      out += `${id}:${found.index}\t${found.text}\t${found.start.date().toISOString()}\n`;
    if (out.length < 65536) continue;
    process.stdout.write(out);
    out = '';
  }
  process.stdout.write(out);
}

function seconds(program, ...options) {
  const begin = process.hrtime.bigint();
  const { status } = spawnSync(program, options, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${program} failed`);
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

function compare(dossier, file, threads) {
  const read = (count) => seconds(dossier, 'dates', '--date', day, '-j', count, file);
  const commands = [
    { name: 'chrono-node', run: () => seconds(process.execPath, fileURLToPath(import.meta.url), '--chrono', file) },
    { name: 'dossier, 1 thread', run: () => read('1') },
    { name: `dossier, ${threads} threads`, run: () => read(threads) },
  ].map((command) => ({ ...command, times: [] }));
  for (let round = 0; round < rounds; ++round) for (const { run, times } of commands) times.push(run());
  const median = (times) => times.sort((a, b) => a - b)[(rounds - 1) / 2];
  const peer = median(commands[0].times);
  for (const { name, times } of commands) {
    const rate = statSync(file).size / 1e6 / median(times);
    console.log(`${name.padEnd(20)} ${rate.toFixed(1).padStart(6)} MB/s  ${(peer / median(times)).toFixed(1)} x`);
  }
}

const [first, file, threads = String(availableParallelism())] = process.argv.slice(2);
if (first === '--chrono') await parseWithChrono(file);
else compare(first, file, threads);

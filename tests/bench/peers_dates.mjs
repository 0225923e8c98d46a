// Throughput of chrono-node, to be set beside what bench_dates prints for the same files.
//
//   npm install chrono-node && node tests/bench/peers_dates.mjs FILE.jsonl ...
//
// Whole documents, one a call, `parse` with its default parsers; three rounds to warm up, then the median of nine in CPU
// time of the process, in bytes of UTF-8 a second. FILE holds JSON objects with a "text" member.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const chrono = createRequire(`${process.cwd()}/`)('chrono-node');
const warm = 3;
const rounds = 9;
const reference = new Date('2024-05-14T12:00:00Z');

for (const file of process.argv.slice(2)) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  const texts = lines.map((line) => JSON.parse(line).text);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const seconds = [];
  let found = 0;
  for (let round = 0; round < warm + rounds; ++round) {
    found = 0;
    const begin = process.cpuUsage();
    for (const text of texts) found += chrono.parse(text, reference).length;
    const used = process.cpuUsage(begin);
    if (round >= warm) seconds.push((used.user + used.system) / 1e6);
  }
  seconds.sort((a, b) => a - b);
  const rate = bytes / seconds[(rounds - 1) / 2] / 1e6;
  console.log(`${texts.length} documents, ${(bytes / 1e6).toFixed(2)} MB, ${found} dates: ${rate.toFixed(2)} MB/s`);
}

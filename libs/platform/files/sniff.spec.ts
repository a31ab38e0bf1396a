import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitsName } from './file-kinds.js';
import { sniff } from './sniff.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-sniff-'));
});
afterAll(() => rm(folder, { recursive: true }));

let serial = 0;
const kindOf = async (bytes: Buffer): Promise<string | null> => {
  const path = join(folder, String((serial += 1)));
  await writeFile(path, bytes);
  return sniff(path);
};

/** A zip of empty files: lengths and checksums are all 0. */
const zipOf = (...names: string[]): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const [local, entry, text] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.from(name)];
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(text.length, 26);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(text.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, text);
    central.push(entry, text);
    offset += local.length + text.length;
  }
  const [directory, end] = [Buffer.concat(central), Buffer.alloc(22)];
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

it.each([
  ['a spreadsheet whose parts come in any order', zipOf('xl/worksheets/sheet1.xml', 'xl/workbook.xml', '[Content_Types].xml'), 'xlsx'],
  ['a letter', zipOf('_rels/.rels', 'word/document.xml'), 'docx'],
  ['slides', zipOf('ppt/presentation.xml'), 'pptx'],
  ['an OFD', zipOf('Doc_0/Document.xml', 'OFD.xml'), 'ofd'],
  ['a plain zip', zipOf('照片/1.txt'), 'zip'],
  ['a spreadsheet with macros', zipOf('xl/workbook.xml', 'xl/vbaProject.bin'), null],
  ['a zip cut short', zipOf('xl/workbook.xml').subarray(0, 40), null],
  ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(64)]), 'png'],
  ['a script of a shell', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'text'],
  ['a table as text', Buffer.from('﻿指标,完成值\r\n里程,10\r\n'), 'text'],
  ['text in GB 18030', Buffer.from([0xd6, 0xb8, 0xb1, 0xea, 0x0a]), 'text'],
  ['bytes that are no text', Buffer.from([0x01, 0x02, 0x03, 0x04]), null],
  ['a programme', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), null],
])('tells %s by its content', async (_, bytes, kind) => expect(await kindOf(bytes)).toBe(kind));

it('holds the name against the content', () => {
  expect(fitsName('text', '完成.CSV')).toBe(true);
  expect(fitsName('text', 'run.sh')).toBe(false);
  expect(fitsName('pdf', 'pdf')).toBe(false);
});

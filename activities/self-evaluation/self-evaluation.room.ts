import { Injectable } from '@nestjs/common';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';

/** 绩效自评 of every project; then a sample, drawn by a seed that nobody could choose, is checked by the bureau (抽查复核). */
@Injectable()
export class SelfEvaluationRoom implements StageRoom {
  readonly name = 'self-evaluation';
  readonly effects = {};

  constructor(private readonly filings: UnitFilings) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    return this.filings.open(opening, { kind: 'self-evaluation', label: '绩效自评', whole: false }, units);
  }
}

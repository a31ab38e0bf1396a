import { Injectable } from '@nestjs/common';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';

/** 绩效运行双监控: execution and attainment side by side; what the policy's rules notice becomes a warning, with a deadline to answer it. */
@Injectable()
export class MonitoringRoom implements StageRoom {
  readonly name = 'monitoring';
  readonly effects = {};

  constructor(private readonly filings: UnitFilings) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    return this.filings.open(opening, { kind: 'monitoring-report', label: '绩效运行监控', whole: false }, units);
  }
}

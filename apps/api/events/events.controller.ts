import { Controller, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { readEvents } from '#contracts/api/events.routes.js';
import { Serves } from '../http/serves.js';
import type { Visited } from '../http/serves.js';
import { LiveEvents } from './live-events.js';

@Controller()
export class EventsController {
  constructor(private readonly live: LiveEvents) {}

  @Serves(readEvents)
  open(@Req() request: Visited, @Res() response: Response): Promise<void> {
    return this.live.open(request, response);
  }
}

import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { changePassword, getSession, logIn, logOut, logOutEverywhere } from '#contracts/api/session.routes.js';
import { Ask, Serves } from '../http/serves.js';
import type { Visit } from '../http/serves.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';
import { LogIn } from './log-in.js';
import { COOKIE, Sessions } from './sessions.js';

const shown = ({ viewer, csrfToken, expiresAt }: Visit) => ({ ...viewer, csrfToken, expiresAt });

@Controller()
export class SessionController {
  constructor(
    private readonly logIns: LogIn,
    private readonly sessions: Sessions,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Serves(logIn)
  async logIn(@Ask() { body }: Ask<typeof logIn>, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { token, visit } = await this.logIns.logIn(body.email, body.password, request.ip ?? '');
    response.cookie(COOKIE, token, { ...this.cookie(), expires: visit.expiresAt });
    return shown(visit);
  }

  @Serves(getSession)
  get(@Ask() { visit }: Ask<typeof getSession>) {
    return shown(visit);
  }

  @Serves(logOut)
  async logOut(@Ask() { visit }: Ask<typeof logOut>, @Res({ passthrough: true }) response: Response) {
    await this.sessions.close(visit);
    response.clearCookie(COOKIE, this.cookie());
  }

  @Serves(logOutEverywhere)
  async logOutEverywhere(@Ask() { viewer }: Ask<typeof logOutEverywhere>, @Res({ passthrough: true }) response: Response) {
    await this.sessions.closeAll(viewer.person);
    response.clearCookie(COOKIE, this.cookie());
  }

  @Serves(changePassword)
  async changePassword(@Ask() { visit, body }: Ask<typeof changePassword>, @Req() request: Request) {
    await this.logIns.changePassword(visit, body.current, body.next, request.ip ?? '');
  }

  private cookie() {
    return { httpOnly: true, sameSite: 'lax', secure: this.options.secureCookie ?? false, path: '/api' } as const;
  }
}

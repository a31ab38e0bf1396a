import { createHmac } from 'node:crypto';
import type { Posted, Posting } from '#platform/webhook/post.js';
import { groupBy } from '#domain/group-by.js';
import { kindText } from './texts.js';

export type WebhookFormat = 'json' | 'wecom' | 'dingtalk';

/** What happened to one obligation, as far as a robot may know it. */
export interface WebhookEvent {
  readonly kind: string;
  readonly at: string;
  readonly obligation: string | null;
  readonly title: string | null;
  readonly unit: string | null;
  readonly dueOn: string | null;
  readonly documents: number;
}

export interface Delivery {
  readonly id: string;
  readonly webhook: string;
  readonly district: string;
  readonly url: string;
  readonly format: WebhookFormat;
  readonly secret: string | null;
  readonly events: readonly WebhookEvent[];
}

/** WeCom takes 4,096 bytes of markdown. */
const ROBOT_BYTES = 4_000;

const sign = (secret: string, text: string) => createHmac('sha256', secret).update(text);

const linkOf = ({ obligation }: WebhookEvent, publicUrl: string): string | null =>
  obligation === null ? null : `${publicUrl}/obligations/${obligation}`;

/** Names come from people: none of them makes a link or a line of its own. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[[\]<>`*]/g, (it) => ({ '[': '【', ']': '】', '<': '＜', '>': '＞' })[it] ?? ' ')
    .trim();

/** `逾期催办 3件` a kind, then one line an event as far as it fits. */
const robotText = (events: readonly WebhookEvent[], publicUrl: string): string => {
  const kinds = [...groupBy(events, ({ kind }) => kind)].map(([kind, of]) => `${kindText(kind, 'zh')} ${String(of.length)}件`);
  let text = `**绩衡** ${kinds.join('，')}`;
  for (const event of events) {
    const link = linkOf(event, publicUrl);
    const said = [kindText(event.kind, 'zh'), event.unit, event.title, event.dueOn === null ? null : `${event.dueOn} 前`];
    const words = said.filter((it) => it !== null).map(plain);
    const line = `\n- ${words.join(' ')}${link === null ? '' : ` [办理](${link})`}`;
    if (Buffer.byteLength(text + line) > ROBOT_BYTES) return `${text}\n- …`;
    text += line;
  }
  return text;
};

/** DingTalk: `timestamp` and `sign` in the address, the signature being that of "timestamp, line feed, secret". */
const dingTalkUrl = (url: string, secret: string | null, nowMs: number): string => {
  if (secret === null) return url;
  const signed = new URL(url);
  signed.searchParams.set('timestamp', String(nowMs));
  signed.searchParams.set('sign', sign(secret, `${String(nowMs)}\n${secret}`).digest('base64'));
  return signed.href;
};

const jsonBody = ({ id, district, events }: Delivery, publicUrl: string): string =>
  JSON.stringify({
    delivery: id,
    district,
    events: events.map((it) => ({ ...it, zh: kindText(it.kind, 'zh'), en: kindText(it.kind, 'en'), link: linkOf(it, publicUrl) })),
  });

/**
 * What is posted. JSON bears `X-Jiheng-Signature: v1=` and, in hexadecimal, the HMAC-SHA256 of "timestamp.body" with the webhook's secret,
 * the timestamp (seconds) being that of X-Jiheng-Timestamp; each attempt is signed anew, under the same X-Jiheng-Delivery.
 *
 * @param nowMs wall clock: the receiver compares it with its own
 */
export const postingOf = (delivery: Delivery, nowMs: number, publicUrl: string): Posting => {
  const { id, url, format, secret, events } = delivery;
  if (format === 'wecom') {
    return { url, headers: {}, body: JSON.stringify({ msgtype: 'markdown', markdown: { content: robotText(events, publicUrl) } }) };
  }
  if (format === 'dingtalk') {
    const body = JSON.stringify({ msgtype: 'markdown', markdown: { title: '绩衡', text: robotText(events, publicUrl) } });
    return { url: dingTalkUrl(url, secret, nowMs), headers: {}, body };
  }
  const [body, timestamp] = [jsonBody(delivery, publicUrl), String(Math.floor(nowMs / 1000))];
  const signature = `v1=${sign(secret ?? '', `${timestamp}.${body}`).digest('hex')}`;
  return { url, body, headers: { 'x-jiheng-delivery': id, 'x-jiheng-timestamp': timestamp, 'x-jiheng-signature': signature } };
};

/** Robots answer 200 to everything, and say in `errcode` whether they took it. */
export const isTaken = (format: WebhookFormat, { status, text }: Posted): boolean => {
  if (status < 200 || status > 299) return false;
  return format === 'json' || /"errcode"\s*:\s*0\b/.test(text);
};

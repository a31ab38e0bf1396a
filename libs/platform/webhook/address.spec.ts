import { isAllowed, isPrivate, lookupFor } from './address.js';

it.each([
  'http://robot.example/hook',
  'https://127.0.0.1/hook',
  'https://127.1/hook',
  'https://2130706433/hook',
  'https://0x7f000001/',
  'https://[::1]/hook',
  'https://[::ffff:10.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[fd00::1]/',
  'https://10.1.2.3/',
  'https://172.31.0.1/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://100.64.0.1/',
  'https://user:password@robot.example/',
  'ftp://robot.example/',
  'file:///etc/passwd',
  'not a url',
])('does not go to %s', (url) => expect(isAllowed(url, [])).toBe(false));

it.each(['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', 'https://8.8.8.8/', 'https://172.32.0.1/', 'https://[2400:3200::1]/'])(
  'goes to %s',
  (url) => expect(isAllowed(url, [])).toBe(true),
);

it('goes where the configuration says, by host or by host and port', () => {
  const hosts = ['robot.intranet', '127.0.0.1:8080'];
  expect(isAllowed('http://robot.intranet:9000/', hosts)).toBe(true);
  expect(isAllowed('http://127.0.0.1:8080/', hosts)).toBe(true);
  expect(isAllowed('http://127.0.0.1:8081/', hosts)).toBe(false);
  expect(isAllowed('http://other.intranet/', hosts)).toBe(false);
  expect(lookupFor('http://robot.intranet/', hosts)).toBeUndefined();
});

it('refuses a name that leads into a private network', async () => {
  expect(isPrivate('127.0.0.1')).toBe(true);
  const look = lookupFor('https://localhost/', [])!;
  const error = await new Promise<Error | null>((resolve) => look('localhost', {}, (it) => resolve(it)));
  expect(error?.message).toContain('private network');
});

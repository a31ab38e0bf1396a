import { csvOf } from './csv.js';

it('quotes what needs it, and lets no cell become a formula', () => {
  expect(
    csvOf([
      ['项目', 'a"b', 'x,y', '两\n行'],
      ['=1+1', '-3.50', '-三', '@x'],
    ]),
  ).toBe('\uFEFF项目,"a""b","x,y","两\n行"\r\n\'=1+1,-3.50,\'-三,\'@x\r\n');
});

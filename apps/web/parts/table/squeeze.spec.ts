import { squeezed } from './squeeze.js';

describe('columns squeezed into their room', () => {
  it('leaves them where they fit', () => {
    expect(squeezed([300, 100], 400)).toEqual([300, 100]);
  });

  it('takes what is too much from the wide ones alone, in proportion', () => {
    expect(squeezed([360, 260, 100], 660)).toEqual([320, 240, 100]);
  });

  it('leaves them where they cannot fit: the table is scrolled', () => {
    expect(squeezed([200, 160, 160], 400)).toEqual([200, 160, 160]);
  });
});

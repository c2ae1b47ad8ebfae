import { readPort, refuseUnbrowsable } from './address.mjs';

describe('the port people will open', () => {
  it('is refused in one sentence where browsers open no page', async () => {
    await expect(refuseUnbrowsable(4190)).rejects.toMatchObject({ code: 'port-unbrowsable' });
  });

  it('is a number that a port can have, wherever it was written', () => {
    expect(readPort('PORT', '8081')).toBe(8081);
    for (const text of ['abc', '0', '70000', '80.5']) expect(() => readPort('PORT', text)).toThrow('PORT needs a whole number');
  });

  it('is taken where nothing answers yet', async () => {
    await expect(refuseUnbrowsable(8080)).resolves.toBeUndefined();
  });
});

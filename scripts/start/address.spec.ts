import { refuseUnbrowsable } from './address.mjs';

describe('the port people will open', () => {
  it('is refused in one sentence where browsers open no page', async () => {
    await expect(refuseUnbrowsable(4190)).rejects.toMatchObject({ code: 'port-unbrowsable' });
  });

  it('is taken where nothing answers yet', async () => {
    await expect(refuseUnbrowsable(8080)).resolves.toBeUndefined();
  });
});

import { accountInWords } from './account-words.js';
import { accountsOf } from './accounts-of-round.js';

describe('the accounts of a round in words', () => {
  const accounts = accountsOf('c-1');

  it('has a word for every account that is posted to', () => {
    const codes = [accounts.authorised, accounts.free, accounts.committed('p-1'), accounts.used, accounts.source, accounts.bank, accounts.paid('p-1')];
    expect(codes.map((code) => accountInWords(code).name.zh)).toEqual(['批次资金总额', '未承诺资金', '已承诺资金', '已使用额度', '资金来源', '银行存款', '已拨付资金']);
  });

  it('knows the side of the books and the project', () => {
    expect(accountInWords(accounts.committed('p-1'))).toMatchObject({ side: 'budget', projectId: 'p-1' });
    expect(accountInWords(accounts.paid('p-1'))).toMatchObject({ side: 'cash', projectId: 'p-1' });
    expect(accountInWords(accounts.bank)).toMatchObject({ side: 'cash', projectId: null });
  });
});

/**
 * Passwords that everybody knows, kept with the product because a server may have no way out to the internet.
 * Only what could pass the length rules is worth listing, with the stems people lengthen by digits and signs.
 */
const STEMS = `
password passw0rd p@ssw0rd p@ssword pass letmein welcome admin administrator root qwerty qwertyuiop qwertyui asdfgh asdfghjkl
zxcvbnm qazwsx qazwsxedc iloveyou princess sunshine monkey dragon football baseball superman batman master shadow michael
charlie trustno abc abcd abcdef abcdefgh abcdefghij aaaaaaaa woaini woaiwojia wodemima mima zhongguo beijing shanghai jiangsu
yangzhou nanjing qiongxiang qiongxianggongyi fulian gongyi gongyichuangtou test testing changeme default guest user login
secret computer internet hello helloworld whatever google facebook microsoft apple samsung nihao nihaoma iloveu loveyou
`.trim().split(/\s+/);

const WHOLE = `
1234567890 0987654321 123456789 12345678910 123456789012 1234567891 0123456789 1122334455 112233445566 1111111111 0000000000
123123123123 1231231231 987654321 9876543210 147258369 147258369147 1472583690 789456123 789456123789 741852963 5201314520
52013145201314 1314520131452 a123456789 a1234567890 q123456789 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3
q1w2e3r4t5 q1w2e3r4t5y6 qwer1234asdf 1234qwerasdf qwerty123456 qwertyuiop123 asdfghjkl123 asdf1234qwer abc123456789 abcd12345678
aa123456789 woaini1314520 woaini5201314 wodemima123 password1234 correcthorsebatterystaple 1234abcd5678 admin123456789 iloveyou1314
`.trim().split(/\s+/);

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([...STEMS, ...WHOLE]);

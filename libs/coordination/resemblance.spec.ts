import { normal, reasonsFor, similarity, type Trait, traitsOf } from './resemblance';

const organ = { role: 'respondent', kind: 'organ', name: '测试县 公安局', id_number: null, phone: null };
const citizen = { role: 'applicant', kind: 'natural', name: '张三', id_number: '11010119900101001x', phone: null };

describe('how two cases are alike', () => {
  it('one number written in two ways is one number', () => {
    expect(normal('测公（治）罚决字〔2024〕12号')).toBe(normal('测公(治)罚决字[2024] 12号'));
  });

  it('takes the act from respondent and number, the person from id and phone, never from the name', () => {
    const found = traitsOf({ parties: [organ, citizen], actNumber: '罚〔2024〕1号' });
    expect(found).toEqual([
      ['person', '11010119900101001x'],
      ['respondent', '测试县公安局'],
      ['act', '测试县公安局 罚20241号'],
    ]);
    expect(traitsOf({ parties: [{ ...citizen, id_number: null }], actNumber: null })).toEqual([]);
  });

  it('counts common pairs of characters', () => {
    expect(similarity('请求撤销处罚', '请求撤销处罚')).toBe(100);
    expect(similarity('请求撤销处罚', '请求确认违法')).toBe(20);
    expect(similarity('', '')).toBe(0);
  });

  const long = '请求撤销县自然资源局作出的征地补偿安置方案并重新核算青苗补偿标准';
  const near = '请求撤销县自然资源局作出的征地补偿安置方案并重新核算附着物补偿标准';
  const table: readonly (readonly [string, readonly Trait[], string, string, readonly string[]])[] = [
    ['same act', ['act', 'respondent'], '', '', ['act', 'respondent']],
    ['same person', ['person'], '', '', ['person']],
    ['same agent only', ['agent'], long, near, []],
    ['same agent against the same respondent', ['agent', 'respondent'], '', '', ['respondent', 'agent']],
    ['similar text only', [], long, near, []],
    ['similar text against the same respondent', ['respondent'], long, near, ['respondent', 'text']],
    ['a text too short to tell', ['respondent'], '请求撤销行政处罚决定', '请求撤销行政处罚决定', []],
    ['same respondent only', ['respondent'], long, '不服工伤认定结论，请求重新认定为工伤并依法支付待遇', []],
  ];
  it.each(table)('%s', (_, common, a, b, reasons) => {
    expect(reasonsFor(new Set(common), a, b).map((r) => r.resemblance)).toEqual(reasons);
  });
});

import type { Day } from './day';

/** One festival of a notice: the days off, first and last included, and the weekend days declared working in exchange. */
export interface FestivalArrangement {
  readonly name: string;
  readonly off: readonly [first: Day, last: Day];
  readonly makeUp: readonly Day[];
}

/**
 * 节假日安排通知 — the State Council's arrangement of one year. A later notice for the same year replaces only the festivals
 * it names, whole (off days and make-up days together), so a late change is one more value of this shape.
 */
export interface Notice {
  readonly year: number;
  /** Document number (文号). */
  readonly number: string;
  /** The day it was made public: what is asked when a calendar is wanted "as known on" a day. */
  readonly issued: Day;
  readonly festivals: readonly FestivalArrangement[];
}

const festival = (name: string, first: Day, last: Day, ...makeUp: readonly Day[]): FestivalArrangement => ({
  name,
  off: [first, last],
  makeUp,
});

/** The notices shipped with the product, 2017–2026, with the two late changes (2019-03-22 and 2020-01-26). */
export const shippedNotices: readonly Notice[] = [
  {
    year: 2017,
    number: '国办发明电〔2016〕17号',
    issued: '2016-12-01',
    festivals: [
      festival('元旦', '2017-01-01', '2017-01-02'),
      festival('春节', '2017-01-27', '2017-02-02', '2017-01-22', '2017-02-04'),
      festival('清明节', '2017-04-02', '2017-04-04', '2017-04-01'),
      festival('劳动节', '2017-05-01', '2017-05-01'),
      festival('端午节', '2017-05-28', '2017-05-30', '2017-05-27'),
      festival('中秋节、国庆节', '2017-10-01', '2017-10-08', '2017-09-30'),
    ],
  },
  {
    year: 2018,
    number: '国办发明电〔2017〕12号',
    issued: '2017-11-30',
    festivals: [
      festival('元旦', '2018-01-01', '2018-01-01'),
      festival('春节', '2018-02-15', '2018-02-21', '2018-02-11', '2018-02-24'),
      festival('清明节', '2018-04-05', '2018-04-07', '2018-04-08'),
      festival('劳动节', '2018-04-29', '2018-05-01', '2018-04-28'),
      festival('端午节', '2018-06-18', '2018-06-18'),
      festival('中秋节', '2018-09-24', '2018-09-24'),
      festival('国庆节', '2018-10-01', '2018-10-07', '2018-09-29', '2018-09-30'),
    ],
  },
  {
    year: 2019,
    number: '国办发明电〔2018〕15号',
    issued: '2018-12-06',
    festivals: [
      festival('元旦', '2018-12-30', '2019-01-01', '2018-12-29'),
      festival('春节', '2019-02-04', '2019-02-10', '2019-02-02', '2019-02-03'),
      festival('清明节', '2019-04-05', '2019-04-05'),
      festival('劳动节', '2019-05-01', '2019-05-01'),
      festival('端午节', '2019-06-07', '2019-06-07'),
      festival('中秋节', '2019-09-13', '2019-09-13'),
      festival('国庆节', '2019-10-01', '2019-10-07', '2019-09-29', '2019-10-12'),
    ],
  },
  {
    year: 2019,
    number: '国办发明电〔2019〕3号',
    issued: '2019-03-22',
    festivals: [festival('劳动节', '2019-05-01', '2019-05-04', '2019-04-28', '2019-05-05')],
  },
  {
    year: 2020,
    number: '国办发明电〔2019〕16号',
    issued: '2019-11-21',
    festivals: [
      festival('元旦', '2020-01-01', '2020-01-01'),
      festival('春节', '2020-01-24', '2020-01-30', '2020-01-19', '2020-02-01'),
      festival('清明节', '2020-04-04', '2020-04-06'),
      festival('劳动节', '2020-05-01', '2020-05-05', '2020-04-26', '2020-05-09'),
      festival('端午节', '2020-06-25', '2020-06-27', '2020-06-28'),
      festival('国庆节、中秋节', '2020-10-01', '2020-10-08', '2020-09-27', '2020-10-10'),
    ],
  },
  {
    // The epidemic notice lengthened the holiday to 2 February and so took back the make-up Saturday 1 February.
    year: 2020,
    number: '国办发明电〔2020〕1号',
    issued: '2020-01-26',
    festivals: [festival('春节', '2020-01-24', '2020-02-02', '2020-01-19')],
  },
  {
    year: 2021,
    number: '国办发明电〔2020〕27号',
    issued: '2020-11-25',
    festivals: [
      festival('元旦', '2021-01-01', '2021-01-03'),
      festival('春节', '2021-02-11', '2021-02-17', '2021-02-07', '2021-02-20'),
      festival('清明节', '2021-04-03', '2021-04-05'),
      festival('劳动节', '2021-05-01', '2021-05-05', '2021-04-25', '2021-05-08'),
      festival('端午节', '2021-06-12', '2021-06-14'),
      festival('中秋节', '2021-09-19', '2021-09-21', '2021-09-18'),
      festival('国庆节', '2021-10-01', '2021-10-07', '2021-09-26', '2021-10-09'),
    ],
  },
  {
    year: 2022,
    number: '国办发明电〔2021〕11号',
    issued: '2021-10-25',
    festivals: [
      festival('元旦', '2022-01-01', '2022-01-03'),
      festival('春节', '2022-01-31', '2022-02-06', '2022-01-29', '2022-01-30'),
      festival('清明节', '2022-04-03', '2022-04-05', '2022-04-02'),
      festival('劳动节', '2022-04-30', '2022-05-04', '2022-04-24', '2022-05-07'),
      festival('端午节', '2022-06-03', '2022-06-05'),
      festival('中秋节', '2022-09-10', '2022-09-12'),
      festival('国庆节', '2022-10-01', '2022-10-07', '2022-10-08', '2022-10-09'),
    ],
  },
  {
    year: 2023,
    number: '国办发明电〔2022〕16号',
    issued: '2022-12-08',
    festivals: [
      festival('元旦', '2022-12-31', '2023-01-02'),
      festival('春节', '2023-01-21', '2023-01-27', '2023-01-28', '2023-01-29'),
      festival('清明节', '2023-04-05', '2023-04-05'),
      festival('劳动节', '2023-04-29', '2023-05-03', '2023-04-23', '2023-05-06'),
      festival('端午节', '2023-06-22', '2023-06-24', '2023-06-25'),
      festival('中秋节、国庆节', '2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'),
    ],
  },
  {
    // 除夕 2024-02-09 is only "encouraged" as paid leave: it is a working day.
    year: 2024,
    number: '国办发明电〔2023〕7号',
    issued: '2023-10-25',
    festivals: [
      festival('元旦', '2024-01-01', '2024-01-01'),
      festival('春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      festival('清明节', '2024-04-04', '2024-04-06', '2024-04-07'),
      festival('劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      festival('端午节', '2024-06-10', '2024-06-10'),
      festival('中秋节', '2024-09-15', '2024-09-17', '2024-09-14'),
      festival('国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    number: '国办发明电〔2024〕12号',
    issued: '2024-11-12',
    festivals: [
      festival('元旦', '2025-01-01', '2025-01-01'),
      festival('春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      festival('清明节', '2025-04-04', '2025-04-06'),
      festival('劳动节', '2025-05-01', '2025-05-05', '2025-04-27'),
      festival('端午节', '2025-05-31', '2025-06-02'),
      festival('国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    number: '国办发明电〔2025〕7号',
    issued: '2025-11-04',
    festivals: [
      festival('元旦', '2026-01-01', '2026-01-03', '2026-01-04'),
      festival('春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      festival('清明节', '2026-04-04', '2026-04-06'),
      festival('劳动节', '2026-05-01', '2026-05-05', '2026-05-09'),
      festival('端午节', '2026-06-19', '2026-06-21'),
      festival('中秋节', '2026-09-25', '2026-09-27'),
      festival('国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
];

/** Names of what the catalogue holds beside fields: their groups, kinds of records with their fields, tabs of the card. */
export const catalogue = {
  groups: {
    identity: 'Who',
    contact: 'Contacts',
    visits: 'Visits',
    money: 'Money',
    loyalty: 'Loyalty',
    marketing: 'Marketing',
    profile: 'Profile',
    system: 'Record',
    custom: 'More fields',
  },
  records: {
    bookings: {
      one: 'Booking',
      name: 'Bookings',
      fields: {
        start: 'Start',
        minutes: 'Duration, minutes',
        state: 'State',
        services: 'Services',
        staff: 'Staff',
        branch: 'Branch',
        price: 'Price',
        tip: 'Tips',
        online: 'Booked online',
      },
    },
    sales: {
      one: 'Sale',
      name: 'Sales',
      fields: { at: 'Date', title: 'What was sold', amount: 'Amount', staff: 'Staff', branch: 'Branch' },
    },
    points: {
      one: 'Points entry',
      name: 'Points',
      fields: { at: 'Date', amount: 'Points', reason: 'Reason' },
    },
    statuses: {
      one: 'Change of status',
      name: 'Changes of status',
      fields: { day: 'Date', from: 'Status before', to: 'Status after' },
    },
  },
  tabs: { overview: 'Overview', bookings: 'Bookings', sales: 'Sales', points: 'Points' },
};

// Makes the user of the suite at the first start of MongoDB, if there is to be one. It may use the suite's databases and no other.
// Both values are percent-encoded, as in the address of MongoDB, which the driver decodes.
const decoded = (variable) => decodeURIComponent(process.env[variable] ?? '');

const name = decoded('VEDETTE_MONGODB_USERNAME');
if (name) {
  db.getSiblingDB('admin').createUser({
    user: name,
    pwd: decoded('VEDETTE_MONGODB_PASSWORD'),
    roles: ['vedette_posts', 'vedette_feed', 'vedette_notifications', 'vedette_gateway']
      .map((database) => ({role: 'readWrite', db: database})),
  });
}

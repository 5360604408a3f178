#!/usr/bin/env bash
# Run once by PostgreSQL's image, on an empty data folder: a database and a role for each service, and no way into another's.
set -euo pipefail

for service in user_service post_service search_service notification_service translation_service; do
    password_variable=${service^^}_DATABASE_PASSWORD
    psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --quiet \
        --set name="$service" --set password="${!password_variable:?}" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done

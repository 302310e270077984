# One image per service, by the build argument SERVICE: post-service, feed-service, notification-service or gateway.
#   docker build --build-arg SERVICE=feed-service -t vedette/feed-service:local .
# Every image listens on port 8080 and has its management on port 9080. It runs as user 10001 and writes to /tmp only,
# the feed service to /var/lib/vedette/search as well, and the post service to /var/lib/vedette/lists.

FROM eclipse-temurin:25-jre AS keys
COPY --chmod=755 docker/make-keys /usr/local/bin/make-keys
RUN install -d -o 10001 -g 10001 -m 700 /keys/gateway /keys/notification-service /keys/editor
USER 10001:10001
ENTRYPOINT ["make-keys"]

FROM maven:3.9-eclipse-temurin-25 AS build
ARG SERVICE
RUN case "$SERVICE" in \
      post-service|feed-service|notification-service|gateway) ;; \
      *) echo "The build argument SERVICE is '$SERVICE'; it must be post-service, feed-service, notification-service or gateway." >&2; exit 1 ;; \
    esac
WORKDIR /vedette
COPY pom.xml ./
COPY events/pom.xml events/
COPY pages/pom.xml pages/
COPY service-starter/pom.xml service-starter/
COPY embedded/pom.xml embedded/
COPY test-support/pom.xml test-support/
COPY post-service/pom.xml post-service/
COPY feed-service/pom.xml feed-service/
COPY notification-service/pom.xml notification-service/
COPY gateway/pom.xml gateway/
COPY standalone/pom.xml standalone/
COPY identity-provider/pom.xml identity-provider/
COPY html-checker/pom.xml html-checker/
COPY acceptance-tests/pom.xml acceptance-tests/
COPY benchmarks/pom.xml benchmarks/
COPY events/src events/src
COPY pages/src pages/src
COPY service-starter/src service-starter/src
COPY embedded/src embedded/src
COPY test-support/src test-support/src
# The star lets a wrong SERVICE get as far as the message above.
COPY ${SERVICE}/src* ${SERVICE}/src
RUN --mount=type=cache,target=/m2,sharing=locked \
    mvn -B -ntp -q -Dmaven.repo.local=/m2 -pl "$SERVICE" -am -Dmaven.test.skip=true -Dspotless.check.skip=true package \
 && cp "$SERVICE"/target/"$SERVICE"-*-exec.jar service.jar \
 && java -Djarmode=tools -jar service.jar extract --layers --destination layers \
 && mkdir -p layers/spring-boot-loader layers/snapshot-dependencies

FROM eclipse-temurin:25-jre
ARG SERVICE
ARG REVISION=unknown
LABEL org.opencontainers.image.title="vedette/$SERVICE" \
      org.opencontainers.image.description="The $SERVICE of Vedette, a publishing suite for threat-intelligence teams" \
      org.opencontainers.image.vendor="Vedette" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:25-jre"
COPY --chmod=755 docker/healthcheck /usr/local/bin/healthcheck
# A volume mounted here belongs to whom it belongs to in the image.
RUN install -d -o 10001 -g 10001 -m 700 /var/lib/vedette/search /var/lib/vedette/lists /var/lib/vedette/bodies \
      /var/lib/vedette/imports
WORKDIR /app
# From what changes seldom to what changes with every commit.
COPY --from=build /vedette/layers/dependencies/ ./
COPY --from=build /vedette/layers/spring-boot-loader/ ./
COPY --from=build /vedette/layers/snapshot-dependencies/ ./
COPY --from=build /vedette/layers/application/ ./
# Half of the container's memory is heap; the rest is for classes, threads and the network.
ENV SERVER_PORT=8080 \
    MANAGEMENT_SERVER_PORT=9080 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
EXPOSE 8080 9080
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=5s --start-period=120s --retries=3 CMD ["healthcheck"]
ENTRYPOINT ["java", "-jar", "service.jar"]

# One image per service, by the build argument SERVICE: post-service, feed-service, notification-service or gateway.
#   docker build --build-arg SERVICE=feed-service -t vedette/feed-service:local .
# Every image listens on port 8080 and has its management on port 9080. It runs as user 10001 and writes to /tmp only,
# the feed service to /var/lib/vedette/search as well, and the post service to /var/lib/vedette/lists.
#   BUILD_IMAGE, RUNTIME_IMAGE   other bases, such as eclipse-temurin:25-jre@sha256:… to pin one
#   REVISION, VERSION            labels
#   SOURCE_DATE_EPOCH            time of all files, in seconds; with --output type=…,rewrite-timestamp=true of the layers too
#   AOT=false                    no AOT cache: the start takes longer, and the same sources make the same bytes
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

FROM ${RUNTIME_IMAGE} AS keys
COPY --chmod=755 docker/make-keys /usr/local/bin/make-keys
RUN install -d -o 10001 -g 10001 -m 700 /keys/gateway /keys/notification-service /keys/editor
USER 10001:10001
ENTRYPOINT ["make-keys"]

FROM ${BUILD_IMAGE} AS build
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
# What the services share is compiled before the source of one comes: a change there compiles that service alone. Libraries are
# fetched once, into a cache that outlives the build.
COPY events/src events/src
COPY pages/src pages/src
COPY service-starter/src service-starter/src
COPY embedded/src embedded/src
COPY test-support/src test-support/src
RUN --mount=type=cache,target=/m2,sharing=locked \
    mvn -B -ntp -q -Dmaven.repo.local=/m2 -pl service-starter,pages,events,embedded,test-support -am \
      -Dmaven.test.skip=true -Dspotless.check.skip=true package
# The star lets a wrong SERVICE get as far as the message above.
COPY ${SERVICE}/src* ${SERVICE}/src
ARG SOURCE_DATE_EPOCH=0
RUN --mount=type=cache,target=/m2,sharing=locked \
    mvn -B -ntp -q -Dmaven.repo.local=/m2 -pl "$SERVICE" -am -Dmaven.test.skip=true -Dspotless.check.skip=true package \
 && cp "$SERVICE"/target/"$SERVICE"-*-exec.jar service.jar \
 && java -Djarmode=tools -jar service.jar extract --layers --destination layers \
 && mkdir -p layers/spring-boot-loader layers/snapshot-dependencies \
 && find layers -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# The classes of a start, loaded and linked: made where the program will run, because the cache holds the times of its files.
FROM ${RUNTIME_IMAGE} AS aot
ARG AOT=true
COPY --chmod=755 docker/train /usr/local/bin/train
WORKDIR /app
COPY --from=build /vedette/layers/dependencies/ ./
COPY --from=build /vedette/layers/spring-boot-loader/ ./
COPY --from=build /vedette/layers/snapshot-dependencies/ ./
COPY --from=build /vedette/layers/application/ ./
RUN mkdir /aot && if [ "$AOT" = true ]; then train /aot/app.aot; fi

FROM ${RUNTIME_IMAGE}
ARG SERVICE
ARG REVISION=unknown
ARG VERSION=unknown
ARG RUNTIME_IMAGE
LABEL org.opencontainers.image.title="vedette/$SERVICE" \
      org.opencontainers.image.description="The $SERVICE of Vedette, a publishing suite for threat-intelligence teams" \
      org.opencontainers.image.vendor="Vedette" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.base.name="docker.io/library/$RUNTIME_IMAGE"
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
COPY --from=aot /aot/ ./
# Of a container of 512 MiB, 204 are heap; buffers of the network, classes and compiled code have 96, 128 and 48 at most, which
# leaves 36 for threads and the JVM itself. In a larger one the heap grows with it.
ENV SERVER_PORT=8080 \
    MANAGEMENT_SERVER_PORT=9080 \
    MALLOC_ARENA_MAX=2 \
    JDK_JAVA_OPTIONS="-XX:AOTCache=/app/app.aot -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=10000 -XX:MaxRAMPercentage=40 -XX:MaxDirectMemorySize=96m -XX:MaxMetaspaceSize=128m -XX:ReservedCodeCacheSize=48m -Xss512k -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
EXPOSE 8080 9080
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=120s --retries=3 CMD ["healthcheck"]
ENTRYPOINT ["java", "-jar", "service.jar"]

package org.vedette.testsupport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the packages of a service are cut: the root wires, the packages under it are features, and the adapters of a
 * feature are its children with one of the {@link #ADAPTERS} names.
 */
record ServicePackages(String root) {

    static final List<String> ADAPTERS = List.of("web", "store", "messaging", "mail", "render", "index", "formats");

    String everything() {
        return root + "..";
    }

    DescribedPredicate<JavaClass> isRoot() {
        return DescribedPredicate.describe(
                "the root package", type -> type.getPackageName().equals(root));
    }

    DescribedPredicate<JavaClass> isFeature() {
        return DescribedPredicate.describe(
                "a feature", type -> isOurs(type) && !type.getPackageName().equals(root) && adapterOf(type) == null);
    }

    DescribedPredicate<JavaClass> isAdapter(String name) {
        return DescribedPredicate.describe("a " + name + " adapter", type -> name.equals(adapterOf(type)));
    }

    DescribedPredicate<JavaClass> isAnotherAdapterThan(String name) {
        return DescribedPredicate.describe("an adapter other than " + name, type -> {
            var adapter = adapterOf(type);
            return adapter != null && !adapter.equals(name);
        });
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private @Nullable String adapterOf(JavaClass type) {
        if (!isOurs(type)) {
            return null;
        }
        var segments = type.getPackageName().substring(root.length()).split("\\.");
        return Arrays.stream(segments).filter(ADAPTERS::contains).findFirst().orElse(null);
    }
}

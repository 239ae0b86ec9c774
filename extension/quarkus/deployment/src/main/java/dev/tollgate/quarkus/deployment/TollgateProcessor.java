package dev.tollgate.quarkus.deployment;

import dev.tollgate.quarkus.filter.AnswerFilter;
import dev.tollgate.quarkus.filter.CallerFilter;
import dev.tollgate.quarkus.filter.EntryFilter;
import dev.tollgate.quarkus.filter.LastFilter;
import dev.tollgate.quarkus.wiring.BuiltApplication;
import dev.tollgate.quarkus.wiring.TollgateRecorder;
import dev.tollgate.rest.realm.RealmCatalog;
import dev.tollgate.rest.realm.Realms;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.rest.client.reactive.spi.ClientRequestFilterBuildItem;
import io.quarkus.rest.client.reactive.spi.ClientResponseFilterBuildItem;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.DotName;

class TollgateProcessor {

    /** By its name, since MicroProfile JWT need not be there. */
    private static final DotName JSON_WEB_TOKEN = DotName.createSimple("org.eclipse.microprofile.jwt.JsonWebToken");

    @BuildStep(onlyIf = WithoutClassicClient.class)
    FeatureBuildItem feature() {
        return new FeatureBuildItem("tollgate");
    }

    /** What has to be portable is replaced, not doubled. */
    @BuildStep
    void leaveOutThePortableFilters(BuildProducer<ExcludedTypeBuildItem> excluded) {
        excluded.produce(new ExcludedTypeBuildItem("dev.tollgate.rest.filter.*"));
        excluded.produce(new ExcludedTypeBuildItem("dev.tollgate.rest.wiring.StartWithTheApplication"));
        excluded.produce(new ExcludedTypeBuildItem("dev.tollgate.rest.wiring.TollgateExtension"));
    }

    @BuildStep
    void filters(
            BuildProducer<ClientRequestFilterBuildItem> requests,
            BuildProducer<ClientResponseFilterBuildItem> responses) {
        requests.produce(new ClientRequestFilterBuildItem(CallerFilter.class.getName()));
        requests.produce(new ClientRequestFilterBuildItem(EntryFilter.class.getName()));
        requests.produce(new ClientRequestFilterBuildItem(LastFilter.class.getName()));
        responses.produce(new ClientResponseFilterBuildItem(AnswerFilter.class.getName()));
    }

    @BuildStep
    FoundBuildItem find(CombinedIndexBuildItem index, BeanDiscoveryFinishedBuildItem beans) {
        BuiltApplication found = new Finder(index.getIndex(), beans, ConfigProvider.getConfig()).find();
        return new FoundBuildItem(found, BuildTimeCheck.of(found, ConfigProvider.getConfig()));
    }

    /** Looked up, never injected. */
    @BuildStep
    void keepBeans(BuildProducer<UnremovableBeanBuildItem> kept, CombinedIndexBuildItem index) {
        kept.produce(UnremovableBeanBuildItem.beanTypes(Realms.class, RequestContextController.class));
        kept.produce(UnremovableBeanBuildItem.beanTypes(Callbacks.names()));
        kept.produce(UnremovableBeanBuildItem.beanTypes(JSON_WEB_TOKEN));
        kept.produce(UnremovableBeanBuildItem.beanTypes(Finder.clientsIn(index.getIndex())));
        kept.produce(new UnremovableBeanBuildItem(bean -> bean.isClassBean()
                && new RefreshMethods(index.getIndex())
                        .of(bean.getTarget().orElseThrow().asClass())
                        .findAny()
                        .isPresent()));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SyntheticBeanBuildItem catalog(TollgateRecorder recorder, FoundBuildItem found) {
        return SyntheticBeanBuildItem.configure(RealmCatalog.class)
                .scope(Singleton.class)
                .unremovable()
                .setRuntimeInit()
                .supplier(recorder.plan(found.application()))
                .done();
    }
}
